package org.haina.service.uploads;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;

/** Looks through every object of a PDF for what acts by itself or hides another file (ISO 32000-1, 7.11.4 and 12.6). */
final class PdfActions {

    private static final String SCRIPT = "脚本（JavaScript）";
    private static final String LAUNCH = "启动程序或打开其他文件的动作";
    private static final String ATTACHMENT = "附件（嵌入文件）";
    private static final String FORM = "动态表单（XFA）";
    private static final String MEDIA = "多媒体或三维内容";

    private static final Map<String, String> KEYS =
            Map.of("JS", SCRIPT, "JavaScript", SCRIPT, "EmbeddedFiles", ATTACHMENT, "EF", ATTACHMENT, "XFA", FORM);
    private static final Map<String, String> ACTIONS = Map.of(
            "JavaScript", SCRIPT,
            "Launch", LAUNCH,
            "GoToE", LAUNCH,
            "GoToR", LAUNCH,
            "ImportData", LAUNCH,
            "SubmitForm", LAUNCH,
            "Rendition", MEDIA);
    private static final Map<String, String> SUBTYPES = Map.of(
            "FileAttachment",
            ATTACHMENT,
            "RichMedia",
            MEDIA,
            "Screen",
            MEDIA,
            "Movie",
            MEDIA,
            "Sound",
            MEDIA,
            "3D",
            MEDIA);
    private static final Set<String> EMBEDDED = Set.of("EmbeddedFile");

    private final COSDocument document;

    PdfActions(COSDocument document) {
        this.document = document;
    }

    /** What was found, in words. */
    Optional<String> find() {
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            Optional<String> found = within(document.getObjectFromPool(key).getObject());
            if (found.isPresent()) {
                return found;
            }
        }
        return within(document.getTrailer());
    }

    /** Direct objects only: whatever is referred to has a number of its own and gets its turn. */
    private static Optional<String> within(COSBase root) {
        Deque<COSBase> open = new ArrayDeque<>();
        push(open, root);
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (next instanceof COSDictionary dictionary) {
                Optional<String> found = of(dictionary);
                if (found.isPresent()) {
                    return found;
                }
                dictionary.getValues().forEach(value -> push(open, value));
            } else if (next instanceof COSArray array) {
                array.forEach(value -> push(open, value));
            }
        }
        return Optional.empty();
    }

    private static void push(Deque<COSBase> open, COSBase value) {
        if (value instanceof COSDictionary || value instanceof COSArray) {
            open.push(value);
        }
    }

    private static Optional<String> of(COSDictionary dictionary) {
        for (COSName key : dictionary.keySet()) {
            String found = KEYS.get(key.getName());
            if (found != null) {
                return Optional.of(found);
            }
        }
        if (EMBEDDED.contains(dictionary.getNameAsString(COSName.TYPE, ""))) {
            return Optional.of(ATTACHMENT);
        }
        return Optional.ofNullable(ACTIONS.get(dictionary.getNameAsString(COSName.S, "")))
                .or(() -> Optional.ofNullable(SUBTYPES.get(dictionary.getNameAsString(COSName.SUBTYPE, ""))));
    }
}
