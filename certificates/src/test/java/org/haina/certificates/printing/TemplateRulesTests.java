package org.haina.certificates.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRulesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>1</script>",
                "<img src='data:image/png;base64,AAAA'>",
                "<img src='file:///etc/passwd'>",
                "<object data='x.pdf'></object>",
                "<object type='haina/qr' data-content='x'></object>",
                "<svg><image href='http://a/'/></svg>",
                "<math></math>",
                "<iframe src='http://a/'></iframe>",
                "<a href='http://a/'>a</a>",
                "<form action='http://a/'><input name='a'></form>",
                "<link rel='stylesheet' href='a.css'>",
                "<base href='http://a/'>",
                "<meta http-equiv='refresh' content='0;url=http://a/'>",
                "<style>@import 'a.css';</style>",
                "<style>@font-face { font-family: x; src: local(x) }</style>",
                "<style>p { background: url(http://a/) }</style>",
                "<style>p { background: u\\72l(http://a/) }</style>",
                "<p style='background: URL (http://a/)'>a</p>",
                "<p onclick='1'>a</p>",
                "<p href='a'>a</p>",
                "<p data-bind='a b'>a</p>",
                "<p data-bind='${a}'>a</p>",
                "<p data-bind=''>a</p>",
                "<p data-bind='item.a'>a</p>"
            })
    void a_template_that_could_reach_out_or_run_is_refused(String part) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(part));
    }

    @Test
    void a_template_needs_a_title_and_a_language() {
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentTemplate.parse("<html lang='zh-CN'><p>a</p>"));
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentTemplate.parse("<title>文书</title><p>a</p>"));
    }

    @Test
    void a_template_is_limited_in_size() {
        assertThatIllegalArgumentException().isThrownBy(() -> parse("a".repeat(300_000)));
        assertThat(parse("a".repeat(100_000)).title()).isEqualTo("文书");
    }

    private static DocumentTemplate parse(String part) {
        return DocumentTemplate.parse(
                "<html lang='zh-CN'><head><title>文书</title></head><body>" + part + "</body></html>");
    }
}
