/**
 * The business registry (企业基本信息): what is registered of an enterprise under its unified social credit code. Behind the
 * national sharing gateway. Entry: {@link org.haina.integrations.businessregistry.BusinessRegistry}.
 */
@NullMarked
package org.haina.integrations.businessregistry;

import org.jspecify.annotations.NullMarked;
