package org.haina.service.workflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Part of the statement on CVE-2026-109432 in {@code docs/adr/0005-no-engine-rest.md}. */
class EngineQueryTests {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.haina");

    @Test
    void nobody_asks_the_engine_by_a_query() {
        assertThat(OURS).hasSizeGreaterThan(100);
        noClasses()
                .should()
                .callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "it builds a query of the engine", EngineQueryTests::buildsQuery))
                .check(OURS);
    }

    private static boolean buildsQuery(JavaMethodCall call) {
        return call.getTargetOwner().getName().startsWith("org.camunda.bpm.engine.")
                && call.getName().matches("(create.*Query|or)");
    }
}
