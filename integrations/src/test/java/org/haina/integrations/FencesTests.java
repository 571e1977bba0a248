package org.haina.integrations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class FencesTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.haina.integrations");

    private static final String[] AUTHORITIES = {
        "..citizencloud..",
        "..publicsecurity..",
        "..diploma..",
        "..teachersystem..",
        "..hospital..",
        "..licencestore..",
        "..examauthority..",
        "..businessregistry..",
        "..civilaffairs..",
        "..credit.."
    };

    @Test
    void authorities_do_not_know_each_other() {
        assertThat(CLASSES).hasSizeGreaterThan(60);
        for (var authority : AUTHORITIES) {
            for (var other : AUTHORITIES) {
                if (!authority.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(authority)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(other)
                            .check(CLASSES);
                }
            }
        }
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("org.haina.integrations.(*)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void the_leaf_knows_no_other_module_and_no_framework() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.haina.integrations..",
                        "java..",
                        "javax.crypto..",
                        "com.sun.net.httpserver..",
                        "com.fasterxml.jackson..",
                        "io.github.resilience4j..",
                        "org.jspecify..",
                        "org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void only_the_sandbox_listens_and_nothing_else_knows_it() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..sandbox..", "com.sun.net.httpserver..")
                .check(CLASSES);
    }
}
