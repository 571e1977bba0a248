package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haina.service.keys.CaseNumber;

/** What an applicant does with the telephone, by what stands on the pages. */
final class CitizenSteps {

    private static final String ITEM = "/items/teacher-qualification";

    private final Screen phone;
    private final Page page;
    private final DemoCitizen citizen;
    private final FormSteps form;

    CitizenSteps(Screen phone, DemoCitizen citizen) {
        this.phone = phone;
        this.page = phone.page();
        this.citizen = citizen;
        this.form = new FormSteps(phone);
    }

    /** From the first page to the guide, and whether one may apply. */
    void findOut() {
        phone.open("/");
        phone.look("first");
        page.locator("#q").fill("教师资格");
        form.press("搜索");
        phone.look("home");
        page.locator("a[href='" + ITEM + "']").click();
        page.waitForURL("**" + ITEM);
        phone.look("guide");
        page.getByText("我能办吗").first().click();
        page.waitForURL("**/self-check");
        phone.look("self-check-asked");
        form.press("看结果");
        assertThat(page.locator("#errors")).isVisible();
        phone.look("self-check-empty");
        checkMyself();
        form.press("看结果");
        if (page.locator("#errors").isVisible()) {
            // Without scripts the questions that hang on an answer come in a second go.
            phone.look("self-check-more");
            checkMyself();
            form.press("看结果");
        }
        assertThat(page.locator(".note-done")).containsText("没有发现不符合条件的情况");
        phone.look("self-check");
    }

    private void checkMyself() {
        form.choose("schoolLevel", citizen.schoolLevel());
        form.select("subject", citizen.subject());
        form.choose("route", citizen.route());
        fillIfAsked(citizen.dateField(), citizen.certificateDate());
        form.choose("idType", "111");
        form.choose("sex", citizen.sex());
        String[] born = citizen.born().split("-");
        page.locator("input[name='birthDate.year']").fill(born[0]);
        page.locator("input[name='birthDate.month']").fill(born[1]);
        page.locator("input[name='birthDate.day']").fill(born[2]);
        form.choose("educationLevel", "本科");
        form.select("mandarinLevel", "二级甲等");
    }

    /** From the guide to a draft. */
    void begin() {
        page.locator("a", new Page.LocatorOptions().setHasText("查看办事指南")).click();
        phone.look("guide-checked");
        page.getByText("开始申请").click();
        page.locator("a[href*='as=citizen']").waitFor();
        phone.look("login");
        org.haina.service.ChromiumForTests.signIn(page, citizen.account());
        page.waitForURL("**" + ITEM + "/apply*");
        phone.look("before");
        form.press("开始填写");
        page.waitForURL("**/applications/*");
        phone.look("tasks");
        page.getByText("不办了，删除这份草稿").click();
        page.waitForURL("**/discard");
        phone.look("discard");
        page.getByText("不删除，继续填写").click();
        page.waitForURL("**/applications/*");
    }

    /** Every page of the form; what the authorities know is there already. */
    void fill() {
        page.locator("main a.row-link").first().click();
        save();
        assertThat(page.locator("#errors")).isVisible();
        phone.look("qualification-empty");
        form.choose("schoolLevel", citizen.schoolLevel());
        form.select("subject", citizen.subject());
        form.choose("route", citizen.route());
        if (!page.locator("[name=" + citizen.numberField() + "]").isVisible()) {
            save();
            phone.look("qualification-more");
        }
        page.locator("[name=" + citizen.numberField() + "]").fill(citizen.certificateNumber());
        page.locator("[name=" + citizen.dateField() + "]").fill(citizen.certificateDate());
        phone.look("qualification");
        save();
        page.waitForURL("**/pages/place");
        form.choose("districtBasis", "household");
        form.select("district", citizen.district());
        phone.look("place");
        save();
        page.waitForURL("**/pages/person");
        assertThat(page.locator(".given").first()).hasText(citizen.name());
        phone.look("person");
        save();
        page.waitForURL("**/pages/education");
        form.choose("educationLevel", "本科");
        page.locator("[name=graduationSchool]").fill("海纳示范师范大学");
        page.locator("[name=major]").fill(citizen.major());
        page.locator("[name=diplomaNumber]").fill(citizen.diplomaNumber());
        page.locator("[name=graduationDate]").fill(citizen.graduationDate());
        phone.look("education");
        save();
        page.waitForURL("**/pages/files");
        save();
        assertThat(page.locator("#errors")).containsText("证件照");
        phone.look("files-empty");
        upload("photo", citizen.photo());
        phone.look("files");
        save();
        page.waitForURL("**/pages/declaration");
        page.locator("#q-medicalConsent").check();
        form.choose("electronicService", "true");
        page.locator("#q-noBarDeclared").check();
        page.locator("#q-truthDeclared").check();
        phone.look("declaration");
        save();
        page.waitForURL("**/check");
    }

    /** Uploads on the page of materials, and waits until the page shows it. */
    void upload(String key, FilePayload file) {
        page.locator("#q-" + key + "-file").setInputFiles(file);
        if (!citizen.scripts()) {
            page.locator("#q-" + key + " button.go-second").press("Enter");
        }
        page.locator("#q-" + key + " .file-row a").waitFor();
    }

    /** Everything once more, then the one press that files it. */
    CaseNumber submit() {
        assertThat(page.locator("#errors")).hasCount(0);
        assertThat(page.locator("main")).containsText(citizen.certificateNumber());
        phone.look("check");
        CaseNumber number = form.submit("提交申请");
        phone.look("receipt");
        byte[] voucher = download(page.locator("a.row-link", new Page.LocatorOptions().setHasText("收件凭证")));
        assertThat(PdfText.of(voucher).replaceAll("\\s", "")).contains(number.value());
        page.locator("main a.go", new Page.LocatorOptions().setHasText("查看办件")).click();
        page.waitForURL("**/cases/" + number);
        phone.look("case-received");
        return number;
    }

    void answerCorrection(String address, FilePayload photo) {
        phone.open("/my/cases");
        phone.look("my-cases");
        page.locator("main a.row-link").first().click();
        phone.look("case-to-correct");
        page.getByText("去补正").click();
        phone.look("correction");
        form.press("下一步：核对修改");
        assertThat(page.locator("#errors")).isVisible();
        phone.look("correction-wrong");
        page.locator("[name=address]").fill(address);
        page.locator("#file-photo").setInputFiles(photo);
        if (!citizen.scripts()) {
            page.locator("button[value=upload]").press("Enter");
        }
        page.locator(".upload .chip-done").waitFor();
        assertThat(page.locator("[name=address]")).hasValue(address);
        phone.look("correction-filled");
        form.press("下一步：核对修改");
        assertThat(page.locator("main")).containsText(address);
        phone.look("correction-review");
        form.press("提交补正");
        assertThat(page.locator("main")).containsText("补正已经提交");
        phone.look("case-corrected");
    }

    /** The certificate, once the page offers it. */
    byte[] fetchCertificate(CaseNumber number) {
        phone.open("/cases/" + number);
        assertThat(page.locator("h1")).containsText("办好了");
        phone.look("case-granted");
        return download(page.locator("a", new Page.LocatorOptions().setHasText("下载证书")));
    }

    void rate() {
        page.getByText("评价这次办理").click();
        form.press("提交评价");
        assertThat(page.locator("#errors")).containsText("请选择满意程度");
        phone.look("rating-empty");
        page.getByText("非常满意").click();
        page.getByText("填写简单").click();
        phone.look("rating");
        form.press("提交评价");
        assertThat(page.locator("main")).containsText("您的评价：非常满意");
        phone.look("rated");
    }

    /** Another category can be applied for in the next round. */
    void askToBeReminded() {
        phone.open(ITEM + "/reminder");
        phone.look("reminder");
        form.press("提醒我");
        assertThat(page.locator(".note-done")).containsText("已设提醒");
        phone.look("reminded");
    }

    void askWithoutSigningIn(CaseNumber number) {
        phone.open("/status");
        phone.look("status-empty");
        form.press("查询");
        assertThat(page.locator("#errors")).isVisible();
        phone.look("status-wrong");
        page.locator("#number").fill(number.value());
        page.locator("#ending").fill(citizen.ending());
        form.press("查询");
        assertThat(page.locator("section[role=status] h2")).isVisible();
        phone.look("status");
    }

    /** The code in the certificate leads to a page anybody may see, and the file itself is confirmed there. */
    static void verify(Screen stranger, byte[] certificate) {
        Matcher code = Pattern.compile("核验码：\\s*([0-9A-Z-]+)").matcher(PdfText.of(certificate));
        assertThat(code.find()).isTrue();
        stranger.open("/verify");
        stranger.look("verify-empty");
        stranger.open("/verify/" + code.group(1).replace("-", ""));
        assertThat(stranger.page().locator(".chip-done")).hasText("有效");
        stranger.look("verify");
        stranger.page()
                .locator("#file")
                .setInputFiles(new FilePayload("certificate.pdf", "application/pdf", certificate));
        stranger.page().getByText("核对文件").last().click();
        assertThat(stranger.page().locator(".note-done")).containsText("文件是原件，证书现行有效");
        stranger.look("verified");
    }

    void save() {
        form.press("保存并继续");
    }

    private void fillIfAsked(String field, String value) {
        Locator input = page.locator("[name=" + field + "]");
        if (input.isVisible()) {
            input.fill(value);
        }
    }

    /** The file behind a link, as it lands on the telephone. */
    private byte[] download(Locator link) {
        Download file = page.waitForDownload(link::click);
        assertThat(file.suggestedFilename()).endsWith(".pdf");
        try (InputStream content = file.createReadStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
