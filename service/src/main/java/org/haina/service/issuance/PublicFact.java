package org.haina.service.issuance;

/** Something that anybody who holds the code may read. */
record PublicFact(String label, String value) {}
