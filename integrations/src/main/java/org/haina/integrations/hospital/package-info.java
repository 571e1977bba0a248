/**
 * The round's designated hospital (指定体检医院): the conclusion of the medical examination and nothing else; asked
 * only with the applicant's separate consent. Entry: {@link org.haina.integrations.hospital.DesignatedHospital}.
 */
@NullMarked
package org.haina.integrations.hospital;

import org.jspecify.annotations.NullMarked;
