package org.haina.forms;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haina.forms.FormLayout.Answer;
import org.haina.forms.FormLayout.Option;
import org.haina.forms.FormLayout.Type;
import org.haina.forms.FormLayout.Widget;

/** Which widget may ask for which kind of answer. */
final class WidgetFit {
    private static final Map<Widget, Set<Type>> TYPES = new EnumMap<>(Map.ofEntries(
            Map.entry(Widget.TEXT, Set.of(Type.TEXT, Type.INTEGER, Type.NUMBER)),
            Map.entry(Widget.TEXTAREA, Set.of(Type.TEXT)),
            Map.entry(Widget.RADIO, Set.of(Type.TEXT, Type.BOOLEAN)),
            Map.entry(Widget.CHECKBOX, Set.of(Type.LIST, Type.BOOLEAN)),
            Map.entry(Widget.SELECT, Set.of(Type.TEXT)),
            Map.entry(Widget.DATE, Set.of(Type.TEXT)),
            Map.entry(Widget.BIRTHDATE, Set.of(Type.TEXT)),
            Map.entry(Widget.PHONE, Set.of(Type.TEXT)),
            Map.entry(Widget.ID_NUMBER, Set.of(Type.TEXT)),
            Map.entry(Widget.DECLARATION, Set.of(Type.BOOLEAN)),
            Map.entry(Widget.REGION, Set.of(Type.TEXT)),
            Map.entry(Widget.SCHOOL, Set.of(Type.TEXT)),
            Map.entry(Widget.PHOTO, Set.of(Type.FILE)),
            Map.entry(Widget.MATERIAL, Set.of(Type.FILE))));
    private static final Map<Widget, Set<String>> FORMATS = new EnumMap<>(Map.of(
            Widget.DATE, Set.of("date", "past-date"),
            Widget.BIRTHDATE, Set.of("date", "past-date"),
            Widget.PHONE, Set.of("cn-mobile", "cn-landline"),
            Widget.REGION, Set.of("sh-district")));

    private WidgetFit() {}

    static void check(Widget widget, Answer answer, String where) {
        Source.require(
                TYPES.getOrDefault(widget, Set.of()).contains(answer.type()),
                where + ": widget " + widget.word() + " cannot ask for " + answer.type());
        Set<String> formats = FORMATS.getOrDefault(widget, Set.of());
        String format = answer.format() == null ? "" : answer.format();
        Source.require(
                formats.isEmpty() || formats.contains(format),
                where + ": widget " + widget.word() + " needs a format of " + formats);
        Source.require(
                widget != Widget.ID_NUMBER || IdentifierFormat.named(format).isPresent(),
                where + ": widget idNumber needs an identifier format");
    }

    /** The layout offers exactly what the schema admits. */
    static void checkChoices(List<Option> options, FormSchema.Property property, String where) {
        Set<String> offered = new LinkedHashSet<>();
        options.forEach(
                option -> Source.require(offered.add(option.value()), where + ": option twice: " + option.value()));
        Set<String> admitted = property.answer().type() == Type.BOOLEAN ? Set.of("true", "false") : property.codes();
        Source.require(offered.equals(admitted), where + ": options " + offered + " but the schema admits " + admitted);
    }
}
