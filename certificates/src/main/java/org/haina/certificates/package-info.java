@NullMarked
package org.haina.certificates;

import org.jspecify.annotations.NullMarked;
