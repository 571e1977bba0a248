package org.haina.service.desk;

import java.util.List;
import java.util.Optional;
import org.haina.service.files.StoredFile;

/** The item's materials and what was handed in for each. */
record MaterialSheet(List<Row> rows) {

    /**
     * @param target as marks name it
     * @param words where it comes from, or that it is lacking
     * @param lacking required of the applicant and not there
     * @param licence identifier of the e-licence; empty if it is none
     */
    record Row(
            String target,
            String title,
            String words,
            boolean lacking,
            Optional<StoredFile> file,
            Optional<String> licence) {

        /** Key of the material. */
        public String key() {
            return target.substring(target.indexOf(':') + 1);
        }
    }
}
