/**
 * Public security (公安): does this name belong to this ID number, and is there a criminal record — yes or no only. A
 * record found always goes to a person (教师法 14 bars only certain sentences); no details are asked for or kept.
 * Behind the national sharing gateway. Entry: {@link org.haina.integrations.publicsecurity.PublicSecurity}.
 */
@NullMarked
package org.haina.integrations.publicsecurity;

import org.jspecify.annotations.NullMarked;
