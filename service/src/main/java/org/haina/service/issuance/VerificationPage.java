package org.haina.service.issuance;

import java.io.IOException;
import java.util.Optional;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.keys.TypedCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** 核验证照, for anybody: by the code on the certificate, or by the file. */
@Controller
class VerificationPage {

    private static final String EMPTY_FILE = "文件是空的（0 字节），没有内容可以核验。请重新选择原来的 PDF 文件。";

    private final Certificates certificates;
    private final FileVerification files;

    VerificationPage(Certificates certificates, FileVerification files) {
        this.certificates = certificates;
        this.files = files;
    }

    @GetMapping("/verify")
    @MayCall(Who.ANYBODY)
    ModelAndView ask(@RequestParam(required = false) @Nullable String code) {
        if (code == null) {
            return new ModelAndView("issuance/verify");
        }
        if (TypedCode.plain(code).isEmpty()) {
            return new ModelAndView("issuance/verify", "codeError", "请输入核验码");
        }
        return VerificationCode.read(code)
                .map(known ->
                        new ModelAndView("redirect:/verify/" + UriUtils.encodePathSegment(known.value(), "UTF-8")))
                .orElseGet(() -> refused(code, "核验码由 26 位字母和数字组成，印在证书二维码的旁边。请核对后重新输入。"));
    }

    @GetMapping("/verify/{code}")
    @MayCall(Who.ANYBODY)
    ModelAndView show(@PathVariable String code) {
        return certificates
                .find(code)
                .map(this::shown)
                .orElseGet(() -> refused(code, "没有与这个核验码对应的证书。请核对核验码；如果核验码无误，这份证书不是本系统签发的。"));
    }

    @PostMapping("/verify")
    @MayCall(Who.ANYBODY)
    String check(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        Optional<Certificate> asked = certificates.find(code);
        asked.ifPresent(certificate -> describe(model, certificate));
        if (file == null || file.isEmpty()) {
            model.addAttribute("fileError", chosen(file) ? EMPTY_FILE : "请选择要核验的 PDF 文件。");
            return "issuance/verify";
        }
        FileVerdict verdict = files.verify(file.getBytes(), asked.map(Certificate::code));
        if (verdict instanceof FileVerdict.Genuine genuine) {
            describe(model, genuine.certificate());
        }
        model.addAttribute("verdict", verdict);
        model.addAttribute("verdictKind", verdict.getClass().getSimpleName());
        return "issuance/verify";
    }

    /** A form without a chosen file sends one without a name. */
    private static boolean chosen(@Nullable MultipartFile file) {
        return file != null
                && file.getOriginalFilename() != null
                && !file.getOriginalFilename().isBlank();
    }

    private ModelAndView shown(Certificate certificate) {
        ModelAndView page = new ModelAndView("issuance/verify");
        page.addObject("certificate", certificate);
        page.addObject("status", certificates.status(certificate));
        page.addObject("grouped", new VerificationCode(certificate.code()).grouped());
        return page;
    }

    private void describe(Model model, Certificate certificate) {
        model.addAllAttributes(shown(certificate).getModel());
    }

    private static ModelAndView refused(String code, String message) {
        ModelAndView page = new ModelAndView("issuance/verify", HttpStatus.NOT_FOUND);
        page.addObject("typed", code);
        page.addObject("codeError", message);
        return page;
    }
}
