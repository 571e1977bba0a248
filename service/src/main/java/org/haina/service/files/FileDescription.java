package org.haina.service.files;

import org.haina.service.files.StoredFile.ScanState;
import org.haina.service.uploads.FileType;

/** What is to be written beside a content. */
record FileDescription(String name, FileType type, long size, ScanState scan, FileOwner owner, String purpose) {}
