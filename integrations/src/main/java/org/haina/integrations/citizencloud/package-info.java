/**
 * The citizen cloud (市民云, today 随申办): a real-name citizen's profile for filling forms in advance, and the pushing of
 * case status and messages to the citizen's phone. Entry: {@link org.haina.integrations.citizencloud.CitizenCloud}.
 */
@NullMarked
package org.haina.integrations.citizencloud;

import org.jspecify.annotations.NullMarked;
