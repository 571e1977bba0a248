package org.haina.integrations.registers;

/**
 * Which authority keeps an organisation, told by its unified social credit code (GB 32100-2015): the first character names
 * the registering authority.
 */
public enum OrganisationRegister {
    /** 企业、个体工商户、农民专业合作社; also asked where nobody else can be. */
    BUSINESS("business-registry", "enterprise", "存续"),
    /** 社会团体, 民办非企业单位, 基金会. */
    CIVIL_AFFAIRS("civil-affairs", "registration", "valid");

    private static final String CIVIL = "5";

    private final String register;
    private final String query;
    private final String standing;

    OrganisationRegister(String register, String query, String standing) {
        this.register = register;
        this.query = query;
        this.standing = standing;
    }

    public static OrganisationRegister of(String uscc) {
        return uscc.startsWith(CIVIL) ? CIVIL_AFFAIRS : BUSINESS;
    }

    /** Key in the catalogue. */
    public String register() {
        return register;
    }

    /** Key in the catalogue; its answers include {@code name}, {@code uscc}, {@code legalRepresentative}, {@code status}. */
    public String query() {
        return query;
    }

    public String title() {
        return RegisterCatalogue.get().findRegister(register).orElseThrow().titleZh();
    }

    /** Whether the register's word for the state of a registration says that it stands. */
    public boolean stands(String status) {
        return standing.equals(status);
    }
}
