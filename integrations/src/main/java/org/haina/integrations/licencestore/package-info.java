/**
 * The city's e-licence store (电子证照库; GB/T 36901 to 36906, 国令716, 营商环境条例 32): licences of a holder, their surface
 * data and files, registration of what we issue, change of status, verification. No call without a use cause.
 * Our words for types and surface fields stand in {@code licence-types.json}. Entry:
 * {@link org.haina.integrations.licencestore.LicenceStore}.
 */
@NullMarked
package org.haina.integrations.licencestore;

import org.jspecify.annotations.NullMarked;
