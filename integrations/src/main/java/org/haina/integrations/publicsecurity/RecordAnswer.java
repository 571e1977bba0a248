package org.haina.integrations.publicsecurity;

/** Answer to the no-crime query (无犯罪记录查询). */
public enum RecordAnswer {
    /** No record. */
    CLEAR,
    /** Something is there: a person reads the law and decides, never the system. */
    RECORD_FOUND,
    /** No such person. */
    NOT_FOUND
}
