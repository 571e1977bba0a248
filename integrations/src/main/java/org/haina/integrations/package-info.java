@NullMarked
package org.haina.integrations;

import org.jspecify.annotations.NullMarked;
