package org.haina.service.uploads;

/** What came of looking into an upload. */
public sealed interface Inspection {

    /** Result of the virus check. */
    enum Scan {
        CLEAN,
        /** No scanner is configured. */
        NOT_SCANNED
    }

    /**
     * Fit to be stored.
     *
     * @param name cleaned, with the ending of its type
     * @param content images re-encoded without metadata, PDF as it came
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Passed(String name, FileType type, byte[] content, Scan scan) implements Inspection {}

    /** A virus was found: kept for the security officer, never served. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Infected(String name, FileType type, byte[] content, Refused refused) implements Inspection {}

    /** @param message Chinese, what is wrong and what to do */
    record Refused(Reason reason, String message) implements Inspection {}

    /** Why an upload is refused. */
    enum Reason {
        EMPTY("文件是空的（0 字节）。请确认文件能正常打开后重新选择。"),
        TOO_LARGE("文件超过 %s MB。请压缩或降低扫描分辨率后重新上传。"),
        TYPE_NOT_ALLOWED("此处只能上传 %s 文件，这份文件的内容不是。请另存或者转换格式后重新上传，只改文件名没有用。"),
        HEIC("这是 HEIC 格式的照片，暂不支持。请在手机“设置—相机—格式”中选择“兼容性最佳”后重拍，或将照片另存为 JPG 后上传。"),
        NAME_MISMATCH("文件内容与文件名不符：内容是 %s，文件名却不是。请用正确的程序重新导出文件，不要直接修改后缀。"),
        MIXED_CONTENT("文件中混有其他类型的内容，无法接收。请用原程序重新导出或重新扫描后上传。"),
        PDF_UNREADABLE("PDF 文件已损坏，无法打开。请重新导出或重新扫描后上传。"),
        PDF_ENCRYPTED("PDF 文件设置了密码或权限保护。请取消保护（打开后“打印”为新的 PDF）再上传。"),
        PDF_ACTIVE("PDF 文件含有%s，出于安全原因不能接收。请打开后“打印”为新的 PDF 再上传。"),
        PDF_TOO_COMPLEX("PDF 文件内容过于复杂，无法检查。请拆分或重新扫描后上传。"),
        IMAGE_UNREADABLE("图片已损坏或编码特殊，无法打开。请重新拍摄，或另存为普通 JPG 后上传。"),
        IMAGE_TOO_SMALL("照片太小，只有 %s × %s 像素，印出来看不清；至少要 %s × %s 像素。请重新拍摄，或者上传照相馆给的原图。"),
        IMAGE_TOO_LARGE("图片尺寸过大（超过 4000 万像素）。请缩小尺寸后上传。"),
        INFECTED("文件未通过病毒检查，已被隔离。请对电脑或手机杀毒后，重新制作文件上传。"),
        SCANNER_DOWN("病毒检查服务暂时不可用，文件未保存。请稍后再试。"),
        BUSY("正在检查的文件较多或此文件检查超时，文件未保存。请稍后再试。");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        Refused refused(Object... details) {
            return new Refused(this, words.formatted(details));
        }
    }
}
