package org.haina.certificates.signing;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The CMS object in /Contents: one signer, detached, with the signing certificate bound in (RFC 5035). */
final class CadesSignature {
    private CadesSignature() {}

    static byte[] create(InputStream content, SigningKey key) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(Providers.BOUNCY_CASTLE)
                            .build())
                    .setSignedAttributeGenerator(attributes(key.certificate()))
                    .build(
                            new JcaContentSignerBuilder(key.suite().signature)
                                    .setProvider(Providers.BOUNCY_CASTLE)
                                    .build(key.key()),
                            key.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(key.certificate())));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("Cannot sign", e);
        }
    }

    /** PAdES states the time in the PDF, and forbids the signing-time attribute beside it (EN 319 142-1, 6.3). */
    private static CMSAttributeTableGenerator attributes(X509Certificate certificate) throws GeneralSecurityException {
        ESSCertIDv2 id =
                new ESSCertIDv2(new AlgorithmIdentifier(suite(certificate).digestIdentifier), digest(certificate));
        Attribute bound = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id)));
        AttributeTable table = new AttributeTable(new DERSet(bound));
        return parameters -> new DefaultSignedAttributeTableGenerator(table)
                .getAttributes(parameters)
                .remove(CMSAttributes.signingTime);
    }

    /**
     * The trusted certificate that made the signature over the content; empty when the signer is not trusted.
     *
     * @throws CMSException when the object is malformed or does not fit the content
     */
    static Optional<X509Certificate> signer(byte[] cms, byte[] content, Collection<X509Certificate> trusted)
            throws CMSException {
        CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(content), cms);
        Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
        if (signers.size() != 1 || !data.isDetachedSignature()) {
            throw new CMSException("Not one detached signer");
        }
        SignerInformation signer = signers.iterator().next();
        Optional<X509Certificate> certificate =
                trusted.stream().filter(candidate -> matches(signer, candidate)).findFirst();
        if (certificate.isPresent()) {
            requireOnly(certificate.get(), data);
            verify(signer, certificate.get());
        }
        return certificate;
    }

    /** Everything outside the signed attributes is fixed too, so that a valid file has exactly one form. */
    private static void requireOnly(X509Certificate certificate, CMSSignedData data) throws CMSException {
        SignerInformation signer = data.getSignerInfos().iterator().next();
        Collection<X509CertificateHolder> carried = data.getCertificates().getMatches(null);
        try {
            boolean sameCertificate = carried.size() == 1
                    && Arrays.equals(carried.iterator().next().getEncoded(), certificate.getEncoded());
            if (!sameCertificate
                    || !data.toASN1Structure().getContentType().equals(CMSObjectIdentifiers.signedData)
                    || data.getVersion() != 1
                    || signer.getVersion() != 1
                    || !data.getCRLs().getMatches(null).isEmpty()
                    || signer.getUnsignedAttributes() != null
                    || !data.getDigestAlgorithmIDs().equals(Set.of(signer.getDigestAlgorithmID()))) {
                throw new CMSException("Unexpected parts in the signature");
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new CMSException("Unreadable certificate in the signature", e);
        }
    }

    private static boolean matches(SignerInformation signer, X509Certificate certificate) {
        return certificate.getSerialNumber().equals(signer.getSID().getSerialNumber())
                && Arrays.equals(
                        certificate.getIssuerX500Principal().getEncoded(),
                        encoded(signer.getSID().getIssuer()));
    }

    private static byte[] encoded(ASN1Encodable name) {
        try {
            return name.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static void verify(SignerInformation signer, X509Certificate certificate) throws CMSException {
        try {
            if (!suite(certificate)
                    .digestIdentifier
                    .equals(signer.getDigestAlgorithmID().getAlgorithm())) {
                throw new CMSException("Unexpected digest algorithm");
            }
            if (!bindsCertificate(signer, certificate)
                    || !signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(Providers.BOUNCY_CASTLE)
                            .build(certificate.getPublicKey()))) {
                throw new CMSException("The signature does not fit the certificate");
            }
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new CMSException("Cannot verify", e);
        }
    }

    private static boolean bindsCertificate(SignerInformation signer, X509Certificate certificate)
            throws GeneralSecurityException {
        AttributeTable attributes = signer.getSignedAttributes();
        Attribute bound = attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (bound == null || bound.getAttrValues().size() != 1) {
            return false;
        }
        ESSCertIDv2[] ids =
                SigningCertificateV2.getInstance(bound.getAttributeValues()[0]).getCerts();
        return ids.length > 0 && MessageDigest.isEqual(ids[0].getCertHash(), digest(certificate));
    }

    private static byte[] digest(X509Certificate certificate) throws GeneralSecurityException {
        return MessageDigest.getInstance(suite(certificate).digest, Providers.BOUNCY_CASTLE)
                .digest(certificate.getEncoded());
    }

    private static SigningKey.Suite suite(X509Certificate certificate) {
        return SigningKey.Suite.of(certificate.getPublicKey());
    }
}
