package org.haina.service.filling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.forms.FormLayout.Page;
import org.haina.processes.ItemDefinition.Check;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Component;

/**
 * One person's draft with its item and form.
 *
 * @param behalf name of whom it is filled in for; empty for oneself
 */
record Filling(Draft draft, ItemVersion item, Optional<String> behalf) {

    @Component
    static class Desk {

        private final Drafts drafts;
        private final Catalog catalog;
        private final Parties parties;

        Desk(Drafts drafts, Catalog catalog, Parties parties) {
            this.drafts = drafts;
            this.catalog = catalog;
            this.parties = parties;
        }

        /** @throws org.haina.service.edge.Problem if the citizen has no such draft */
        Filling open(UUID id, Citizen citizen) {
            Draft draft = drafts.get(id, citizen.party());
            return new Filling(
                    draft,
                    catalog.version(draft.itemVersion()),
                    draft.principal().map(parties::name));
        }
    }

    public Form form() {
        return item.applicationForm();
    }

    public ObjectNode data() {
        return draft.data();
    }

    /** True if whoever promises is looked up once the application is in: he is told before. */
    public boolean trusting() {
        return item.definition().checks().stream().anyMatch(Check::isUponPromise);
    }

    public String path() {
        return "/applications/" + draft.id();
    }

    public boolean submitted() {
        return draft.number().isPresent();
    }

    /** Where a submitted draft leads, whatever page of it is called. */
    String receipt() {
        return "redirect:/cases/" + draft.number().orElseThrow() + "/receipt";
    }

    /** Pages with something to ask, in order. */
    public List<Page> pages() {
        return form().layout().pages().stream()
                .filter(page -> !form().visible(page, data()).isEmpty())
                .toList();
    }

    /** @throws org.haina.service.edge.Problem if there is no such page */
    Page page(String key) {
        return form().layout().pages().stream()
                .filter(page -> page.key().equals(key))
                .findFirst()
                .orElseThrow(() -> org.haina.service.edge.Problem.notFound("这份申请没有这一页，请返回申请首页。"));
    }

    /** The address after this page. */
    String after(Page page) {
        return pages().stream()
                .dropWhile(p -> !p.key().equals(page.key()))
                .skip(1)
                .findFirst()
                .map(next -> path() + "/pages/" + next.key())
                .orElse(path() + "/check");
    }

    List<Finding> findings(Page page) {
        Set<String> fields = page.questions().stream().map(q -> q.field()).collect(Collectors.toSet());
        return Stream.concat(
                        form().checkPage(page.key(), data()).stream(),
                        form().checkFiles(data(), supplied()).stream()
                                .filter(finding ->
                                        fields.contains(org.haina.service.questions.QuestionViews.field(finding))))
                .toList();
    }

    public boolean complete() {
        return pages().stream().allMatch(page -> findings(page).isEmpty());
    }

    public Set<String> supplied() {
        return draft.materials().stream().map(SuppliedMaterial::key).collect(Collectors.toSet());
    }

    /** The tasks with their states, as the list shows them. */
    public List<Task> tasks() {
        return pages().stream().map(this::task).toList();
    }

    private Task task(Page page) {
        List<Finding> findings = findings(page);
        boolean begun = form().visible(page, data()).stream()
                .anyMatch(q -> data().has(q.field()) || supplied().contains(q.field()));
        String state = findings.isEmpty() ? "已完成" : begun ? "未完成" : "未开始";
        return new Task(page.title().zh(), path() + "/pages/" + page.key(), state, findings.isEmpty());
    }

    /** One line of the list of tasks. */
    record Task(String title, String path, String state, boolean done) {}

    Map<String, List<String>> inputs(Page page) {
        return form().inputs(page.key(), data());
    }

    /** Changes when an answer of the page does: tells a stale tab from a fresh one. */
    String seen(Page page) {
        return Integer.toHexString(inputs(page).hashCode());
    }
}
