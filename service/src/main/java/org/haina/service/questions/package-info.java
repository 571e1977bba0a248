/**
 * Questions of forms as pages show them: labels, inputs, errors at the field and in the summary, where an answer came
 * from. Reads forms, stores nothing. Templates: {@code questions/fields}. Entry type:
 * {@link org.haina.service.questions.QuestionViews}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys"})
package org.haina.service.questions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
