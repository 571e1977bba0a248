/**
 * Files at rest. Owns {@code stored_file}, {@code file_link} and the encrypted, content-addressed store. An upload is
 * inspected by {@code uploads} and kept under a random id; unlinked ones go after a day. Says which cases and
 * applications a file belongs to, but never who may see it: the feature that serves a file decides that each time, then
 * asks {@link org.haina.service.files.FileDownload}. Entry type: {@link org.haina.service.files.Files}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "vault", "access", "edge", "uploads"})
package org.haina.service.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
