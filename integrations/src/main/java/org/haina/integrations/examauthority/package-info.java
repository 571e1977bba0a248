/**
 * The city's exam authority (教育考试院): what its register holds about a person's results in one examination. Behind the
 * sharing gateway. Entry: {@link org.haina.integrations.examauthority.ExamAuthority}.
 */
@NullMarked
package org.haina.integrations.examauthority;

import org.jspecify.annotations.NullMarked;
