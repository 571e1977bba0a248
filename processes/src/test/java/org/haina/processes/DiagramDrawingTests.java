package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DiagramDrawingTests {
    private static final ProcessModel TEACHER =
            ProcessModel.parse(Artefacts.TEACHER, Artefacts.bytes(Artefacts.TEACHER));

    static List<String> phases() {
        return Artefacts.PHASES;
    }

    @ParameterizedTest
    @MethodSource("phases")
    void every_node_and_flow_is_drawn(String file) throws Exception {
        ProcessModel model = ProcessModel.parse(file, Artefacts.bytes(file));

        Document svg = parse(DiagramDrawing.draw(model, Set.of(), Set.of()));

        assertThat(svg.getElementsByTagName("g").getLength())
                .isEqualTo(model.nodes().size());
        assertThat(svg.getElementsByTagName("polyline").getLength())
                .isEqualTo(model.flows().size());
    }

    @Test
    void what_is_done_and_what_is_current_is_told_by_class_and_in_words() throws Exception {
        Document svg = parse(DiagramDrawing.draw(
                TEACHER, Set.of("Event_ApplicationSubmitted", "Task_Intake"), Set.of("Task_Checks", "Task_Intake")));

        assertThat(classOf(svg, "Event_ApplicationSubmitted")).endsWith(" done");
        assertThat(classOf(svg, "Task_Intake")).endsWith(" current");
        assertThat(classOf(svg, "Task_Checks")).endsWith(" current");
        assertThat(classOf(svg, "Task_Review")).isEqualTo("node task phase");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("已完成：提交认定申请；正在进行：受理申请、核验信息");
    }

    @Test
    void the_drawing_is_named_and_carries_no_style_and_no_script() {
        String svg = DiagramDrawing.draw(TEACHER, Set.of(), Set.of());

        assertThat(svg)
                .contains("role=\"img\"", "aria-labelledby=\"diagram-teacher-qualification-title")
                .contains("<title id=\"diagram-teacher-qualification-title\">教师资格认定</title>")
                .doesNotContain("style=", "<style", "<script", "onload", "href");
    }

    @Test
    void names_cannot_break_out_of_the_drawing() throws Exception {
        String text = new String(Artefacts.bytes(Artefacts.TEACHER), StandardCharsets.UTF_8)
                .replace("name=\"受理申请\"", "name=\"受理&lt;/text&gt;&lt;script&gt;&amp;\"");
        ProcessModel model = ProcessModel.parse(Artefacts.TEACHER, text.getBytes(StandardCharsets.UTF_8));

        Document svg = parse(DiagramDrawing.draw(model, Set.of(), Set.of()));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void long_names_are_broken_evenly_and_never_inside_a_rare_character() {
        assertThat(Lines.of("颁发教师资格证书", 7)).containsExactly("颁发教师", "资格证书");
        assertThat(Lines.of("𠮷𠮷𠮷", 2)).containsExactly("𠮷𠮷", "𠮷");
        assertThat(Lines.of("", 7)).isEmpty();
    }

    private static String classOf(Document svg, String id) {
        NodeList groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.getAttribute("data-element").equals(id)) {
                return group.getAttribute("class");
            }
        }
        throw new AssertionError("Not drawn: " + id);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
