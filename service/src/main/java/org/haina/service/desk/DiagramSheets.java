package org.haina.service.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.laterchecks.LaterChecks;
import org.haina.service.terminations.Termination;
import org.haina.service.terminations.Terminations;
import org.haina.service.workflow.PassedActivity;
import org.haina.service.workflow.Workflow;
import org.haina.service.yearlychecks.YearlyChecks;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Lays a case's way over its models. */
@Component
class DiagramSheets {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private final Workflow workflow;
    private final Catalog catalog;
    private final LaterChecks laterChecks;
    private final Terminations terminations;
    private final YearlyChecks yearlyChecks;
    private final StepPlans plans;
    private final Cases cases;

    DiagramSheets(
            Workflow workflow,
            Catalog catalog,
            LaterChecks laterChecks,
            Terminations terminations,
            YearlyChecks yearlyChecks,
            StepPlans plans,
            Cases cases) {
        this.workflow = workflow;
        this.catalog = catalog;
        this.laterChecks = laterChecks;
        this.terminations = terminations;
        this.yearlyChecks = yearlyChecks;
        this.plans = plans;
        this.cases = cases;
    }

    /** The item's own model first, then the phases in the order they were entered. */
    DiagramSheet of(CaseFile file, ItemVersion version) {
        List<PassedActivity> passed = Stream.of(
                        file.processInstance().stream(), laterCheck(file).stream(), afterwards(file))
                .flatMap(roots -> roots)
                .flatMap(root -> workflow.progress(root).stream())
                .toList();
        LinkedHashSet<String> processes =
                new LinkedHashSet<>(List.of(file.item().value()));
        passed.forEach(activity -> processes.add(activity.process()));
        return new DiagramSheet(processes.stream()
                .flatMap(process ->
                        model(version, process).map(bytes -> picture(file, version, process, bytes, passed)).stream())
                .toList());
    }

    /** What is looked into after a decision has a process of its own. */
    private Optional<String> laterCheck(CaseFile file) {
        return file.decidedAt().flatMap(decided -> laterChecks.process(file.number()));
    }

    /** Nor does what follows a grant year by year, or ends it, belong to the process that has led to it. */
    private Stream<String> afterwards(CaseFile file) {
        return file.closedAt().isPresent()
                ? Stream.concat(
                        yearlyChecks.processes(file.number()).stream(),
                        terminations.of(file.number()).stream().map(Termination::processInstance))
                : Stream.empty();
    }

    /** A model by its key; empty if the case cannot run through it. */
    Optional<byte[]> model(ItemVersion version, String process) {
        return process.equals(version.key().value())
                ? Optional.of(version.model())
                : Optional.ofNullable(catalog.phases().get("processes/phases/" + process + ".bpmn"));
    }

    private DiagramSheet.Picture picture(
            CaseFile file, ItemVersion version, String process, byte[] model, List<PassedActivity> all) {
        Map<String, String> names = names(model);
        List<PassedActivity> here =
                all.stream().filter(passed -> passed.process().equals(process)).toList();
        return new DiagramSheet.Picture(
                process,
                names.getOrDefault(process, process),
                ids(here, passed -> passed.left().isPresent() && !passed.cut()),
                ids(here, passed -> passed.left().isEmpty()),
                here.stream()
                        .filter(passed -> names.containsKey(passed.activity()))
                        .map(passed -> step(file, version, names.getOrDefault(passed.activity(), ""), passed))
                        .toList());
    }

    private DiagramSheet.Step step(CaseFile file, ItemVersion version, String name, PassedActivity passed) {
        Optional<LocalDate> until = plans.until(version.definition(), passed);
        return new DiagramSheet.Step(
                name,
                passed.entered(),
                passed.left(),
                until,
                until.filter(day -> plans.isLate(passed, day))
                        .filter(day -> !StepPlans.hasWaited(passed, cases.timeline(file.number())))
                        .isPresent());
    }

    private static String ids(List<PassedActivity> passed, Predicate<PassedActivity> which) {
        return passed.stream()
                .filter(which)
                .map(PassedActivity::activity)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Names of all elements that have one, by id. */
    private static Map<String, String> names(byte[] model) {
        Map<String, String> names = new LinkedHashMap<>();
        NodeList elements = parse(model).getElementsByTagNameNS(BPMN, "*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (!element.getAttribute("name").isEmpty()) {
                names.put(element.getAttribute("id"), element.getAttribute("name"));
            }
        }
        return names;
    }

    private static Document parse(byte[] model) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(model));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("A deployed model cannot be read", e);
        }
    }
}
