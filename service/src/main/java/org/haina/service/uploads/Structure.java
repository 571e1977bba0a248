package org.haina.service.uploads;

/** Opens a file as its programs would. */
interface Structure {

    /**
     * @return what is to be stored
     * @throws RefusedUpload with the reason in words
     */
    byte[] opened(byte[] content);
}
