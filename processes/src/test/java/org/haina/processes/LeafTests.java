package org.haina.processes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The module reads models and knows nobody who runs them. */
class LeafTests {
    private static final JavaClasses MAIN =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("org.haina.processes");

    @Test
    void it_knows_the_java_library_jackson_and_the_model_api_only() {
        assertThat(MAIN).hasSizeGreaterThan(20);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml..",
                        "org.w3c.dom..",
                        "org.xml.sax..",
                        "org.jspecify..",
                        "com.fasterxml.jackson..",
                        "org.camunda.bpm.model..",
                        "org.haina.processes..")
                .check(MAIN);
    }

    @Test
    void at_most_a_third_of_its_types_are_public() {
        List<JavaClass> types = MAIN.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .toList();
        long open = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();

        assertThat(open * 3).isLessThanOrEqualTo(types.size());
    }
}
