package org.haina.service.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FileTypeTests {

    @Test
    void no_field_takes_an_archive() {
        assertThat(FileRules.WIDEST.types()).containsExactlyInAnyOrder(FileType.PDF, FileType.JPEG, FileType.PNG);
        assertThat(FileType.ofExtension("ZIP")).isEmpty();
        assertThat(FileType.ofExtension("JPEG")).hasValue(FileType.JPEG);
        assertThatThrownBy(() -> new FileRules(Set.of(FileType.PDF, FileType.ZIP), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ZIP");
    }
}
