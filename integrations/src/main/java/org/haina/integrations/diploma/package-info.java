/**
 * The national diploma service (学历证书查询): a diploma by number, name and ID number. Behind the national sharing
 * gateway. Entry: {@link org.haina.integrations.diploma.DiplomaService}.
 */
@NullMarked
package org.haina.integrations.diploma;

import org.jspecify.annotations.NullMarked;
