package org.haina.service.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import org.haina.service.ServiceTest;
import org.haina.service.keys.ItemKey;
import org.haina.service.workflow.Workflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** What the start of a node makes of an author's folder and of what people have decided. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class AuthorFolderTests {

    private static final ItemKey ITEM = new ItemKey("consultation");
    private static final ItemKey COMPLAINT = new ItemKey("complaint");

    @Autowired
    ApplicationContext context;

    @Autowired
    Catalog catalog;

    @Autowired
    Publishing publishing;

    @Autowired
    VersionStates states;

    @TempDir
    Path folder;

    private Authoring author;
    private long shipped;

    @BeforeEach
    void an_author_changes_the_item() {
        author = new Authoring(context, folder);
        shipped = catalog.current(ITEM).id();
    }

    @AfterEach
    void the_release_is_again_what_it_was() {
        catalog.load();
        author.restore();
    }

    @Test
    void a_folder_is_offered_at_the_start_unless_its_content_comes_as_drafts() throws IOException {
        long draft = author.draft("services", "consultation");

        Catalog careful = started(true);
        assertThat(careful.current(ITEM).id()).isEqualTo(shipped);
        assertThat(publishing.get(draft).state()).isEqualTo(VersionState.DRAFT);
        assertThat(states.process(draft)).as("nothing runs by a draft").isEmpty();

        Catalog direct = started(false);
        long offered = direct.current(ITEM).id();
        assertThat(offered).isNotEqualTo(shipped);
        assertThat(publishing.get(offered))
                .extracting(VersionEntry::state, VersionEntry::by)
                .containsExactly(VersionState.PUBLISHED, VersionEntry.RELEASE);
        assertThat(publishing.get(shipped).state()).isEqualTo(VersionState.RETIRED);
        assertThat(catalog.current(ITEM).id())
                .as("a node keeps to what it came with")
                .isEqualTo(shipped);
    }

    @Test
    void an_item_that_somebody_has_closed_is_not_opened_by_a_later_release() throws IOException {
        author.draft("services", "consultation");
        publishing.retire(shipped, Authoring.CHECKER.account(), "不再办理");

        Catalog later = started(false);

        assertThat(later.find(ITEM)).isEmpty();
        assertThat(states.published(ITEM)).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_named_with_its_place_and_none_of_its_words_reaches_the_log(CapturedOutput log)
            throws IOException {
        author.change("processes/services/consultation/item.yaml", "\nshape:", "\n王样本的草稿: [\nshape:");

        assertThat(started(true).current(ITEM).id()).isEqualTo(shipped);

        assertThat(log.getOut())
                .containsPattern(
                        "consultation/item.yaml in the author's folder cannot be read \\(line \\d+, column \\d+\\)")
                .doesNotContain("王样本的草稿");
    }

    @ParameterizedTest
    @CsvSource({
        "item.yaml, 'statutory: ', 'statutory: 9', 'complaint/item.yaml: limits.decision.statutory: 9'",
        "item.yaml, 'shape: ', 'shape: \"王样本\" #', 'complaint/item.yaml: shape: '",
        "item.yaml, '\nshape:', '\n王样本: [\nshape:', 'complaint/item.yaml cannot be read (line '",
        "item.yaml, 'key: complaint', 'key: grumble', 'must be the names of the folders'",
        "complaint.bpmn, <bpmn:process , <bpmn:process <, 'services/complaint: a model'"
    })
    void an_item_that_cannot_be_read_is_left_out_alone_and_named_without_the_author_s_words(
            String file, String right, String wrong, String told, CapturedOutput log) throws IOException {
        long before = catalog.current(COMPLAINT).id();
        author.change("processes/services/complaint/" + file, right, wrong);
        author.change("processes/services/consultation/item.yaml", "\nversion: ", "\nversion: 1");

        Catalog node = started(false);

        assertThat(node.current(COMPLAINT).id()).as("as shipped").isEqualTo(before);
        assertThat(node.current(ITEM).id()).as("the other one is taken").isNotEqualTo(shipped);
        assertThat(log.getOut())
                .containsPattern("Left out: processes/.*" + Pattern.quote(told))
                .doesNotContain("王样本");
    }

    /** A node whose folder this is. */
    private Catalog started(boolean drafts) {
        Catalog node = new Catalog(
                new CatalogSettings(folder, drafts, new ClassPathResource("organs.yaml"), false),
                context.getBean(ItemVersions.class),
                states,
                context.getBean(ReleaseStates.class),
                context.getBean(AuthorFolder.class),
                new Offer(states),
                context.getBean(Workflow.class),
                context.getBean(Clock.class),
                context.getEnvironment());
        node.load();
        return node;
    }
}
