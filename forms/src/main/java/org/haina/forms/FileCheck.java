package org.haina.forms;

import java.util.Set;
import java.util.stream.Stream;
import org.haina.forms.FormLayout.Question;

/** Whether the files supplied are those asked for. */
final class FileCheck {
    private FileCheck() {}

    static Stream<Finding> check(Question question, boolean visible, Set<String> supplied) {
        boolean there = supplied.contains(question.field());
        if (visible && question.required() && !there)
            return Stream.of(at(question, "required", Messages.missing(question)));
        return !visible && there ? Stream.of(at(question, "hidden", Messages.hidden(question))) : Stream.empty();
    }

    private static Finding at(Question question, String rule, String message) {
        return new Finding("/materials/" + question.field(), rule, message);
    }
}
