package org.haina.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.haina.service.access.MayCall;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the service's classes may know of each other and of the frameworks. */
class FencesTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.haina.service");

    private static final String[] LEAVES = {
        "org.haina.processes..", "org.haina.forms..", "org.haina.certificates..", "org.haina.integrations.."
    };

    @Test
    void classes_were_imported() {
        assertThat(CLASSES).hasSizeGreaterThan(300);
    }

    @Test
    void only_the_floor_and_steps_know_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.haina.service.workflow..")
                .and()
                .haveSimpleNameNotEndingWith("Step")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void steps_are_thin() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Step")
                .should()
                .notBePublic()
                .andShould()
                .onlyDependOnClassesThat(DescribedPredicate.not(DescribedPredicate.describe(
                        "reach the database or the network", FencesTests::isInfrastructure)))
                .check(CLASSES);
    }

    @Test
    void identifiers_know_the_java_library_only() {
        classes()
                .that()
                .resideInAPackage("org.haina.service.keys")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.slf4j", "org.haina.service.keys")
                .orShould()
                .haveSimpleName("package-info")
                .check(CLASSES);
    }

    @Test
    void values_and_events_of_the_domain_know_neither_spring_nor_the_database() {
        classes()
                .that(DescribedPredicate.describe("are values of the domain", FencesTests::isDomainValue))
                .should(notKnow("org.springframework.", "java.sql.", "javax.sql.", "jakarta.servlet."))
                .check(CLASSES);
    }

    /** Answers of a form are JSON by nature: the types that carry them name Jackson's tree, never its annotations. */
    @Test
    void values_and_events_of_the_domain_are_not_shaped_by_json() {
        classes()
                .that(DescribedPredicate.describe("are values of the domain", FencesTests::isDomainValue))
                .should(notKnow("com.fasterxml.jackson.annotation.", "com.fasterxml.jackson.databind.annotation."))
                .check(CLASSES);
    }

    @Test
    void every_endpoint_states_who_may_call_it() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(new ArchCondition<>("state who may call them") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean stated = method.isAnnotatedWith(MayCall.class)
                                || method.getOwner().isAnnotatedWith(MayCall.class);
                        events.add(new SimpleConditionEvent(method, stated, method.getFullName()));
                    }
                })
                .check(CLASSES);
    }

    @Test
    void controllers_are_hidden_in_their_feature() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void nobody_calls_the_service_from_below() {
        JavaClasses leaves = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(
                        "org.haina.processes", "org.haina.forms", "org.haina.certificates", "org.haina.integrations");
        assertThat(leaves).hasSizeGreaterThan(150);
        for (String leaf : LEAVES) {
            for (String other : LEAVES) {
                if (!leaf.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(leaf)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(other, "org.haina.service..", "org.springframework..")
                            .check(leaves);
                }
            }
        }
    }

    /** Aim: a third, as in the leaves. What stands open without a neighbour waits for the pages that will name it. */
    @Test
    void less_than_half_of_the_types_are_public() {
        List<JavaClass> types = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
        long open = types.stream().filter(FencesTests::isOpenTopLevel).count();

        assertThat(open * 2).as("%d of %d are public", open, types.size()).isLessThan(types.size());
    }

    private static boolean isOpenTopLevel(JavaClass type) {
        return type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().equals("package-info");
    }

    private static boolean isInfrastructure(JavaClass type) {
        return type.getPackageName().startsWith("org.springframework.jdbc")
                || type.getPackageName().startsWith("java.net.http")
                || type.getPackageName().startsWith("org.haina.integrations");
    }

    private static boolean isDomainValue(JavaClass type) {
        return (type.isRecord() || type.isEnum())
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getPackageName()
                        .matches(
                                "org\\.haina\\.service\\.(keys|calendar|clock|cases|parties|documents|decisions|intake)");
    }

    private static ArchCondition<JavaClass> notKnow(String... packages) {
        return new ArchCondition<>("know nothing of " + List.of(packages)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> List.of(packages).stream()
                                .anyMatch(use.getTargetClass().getName()::startsWith))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }
}
