package org.haina.forms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class FencesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.haina");

    @Test
    void forms_is_a_leaf() {
        assertThat(CLASSES).hasSizeGreaterThan(20);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.haina.forms",
                        "com.fasterxml.jackson..",
                        "com.networknt.schema..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void only_one_class_knows_the_validator_and_one_reads_its_messages() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ValueCheck")
                .and()
                .doNotHaveSimpleName("AnswerCheck")
                .and()
                .doNotHaveSimpleName("Messages")
                .and()
                .haveNameNotMatching(".*ValueCheck\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.networknt..")
                .check(CLASSES);
    }

    @Test
    void the_clock_is_handed_in() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Identifiers")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }

    @Test
    void at_most_a_third_of_the_types_is_public() {
        long topLevel = CLASSES.stream().filter(JavaClass::isTopLevelClass).count();
        long open = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();

        assertThat(open * 3).isLessThanOrEqualTo(topLevel);
    }
}
