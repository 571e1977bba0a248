/**
 * Civil affairs (民政): the registration certificate of a social organisation (社会团体, 民办非企业单位, 基金会) under its unified
 * social credit code. Behind the national sharing gateway. Entry: {@link org.haina.integrations.civilaffairs.CivilAffairs}.
 */
@NullMarked
package org.haina.integrations.civilaffairs;

import org.jspecify.annotations.NullMarked;
