package org.haina.processes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The file as written. The model API hides attributes and elements it does not know, and just those may carry what a
 * model must not.
 */
final class RawXml {
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private final List<Element> elements = new ArrayList<>();

    private RawXml(Element root) {
        collect(root);
    }

    /** @throws InvalidModelException when not well-formed, or with a document type (which could read other files) */
    static RawXml parse(String file, byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new RawXml(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
        } catch (SAXException | IOException e) {
            throw new InvalidModelException(file, "is not well-formed XML: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("No XML parser with secure processing", e);
        }
    }

    /** All elements in the order of the file. */
    List<Element> elements() {
        return elements;
    }

    /** All elements with the local name. */
    List<Element> elements(String name) {
        return elements.stream()
                .filter(element -> name.equals(element.getLocalName()))
                .toList();
    }

    /** Elements with the local name anywhere below the given one. */
    static List<Element> below(Element element, String name) {
        return new RawXml(element).elements(name);
    }

    /** Direct children with the local name. */
    static List<Element> children(Element element, String name) {
        return below(element, name).stream()
                .filter(child -> element.equals(child.getParentNode()))
                .toList();
    }

    /** Values of an attribute on the element and below. */
    static List<String> attributesNamed(Element element, String name) {
        return new RawXml(element)
                .elements().stream()
                        .filter(each -> each.hasAttribute(name))
                        .map(each -> each.getAttribute(name))
                        .toList();
    }

    static List<Attr> attributes(Element element) {
        NamedNodeMap map = element.getAttributes();
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < map.getLength(); i++) {
            attributes.add((Attr) map.item(i));
        }
        return attributes;
    }

    /** Text that stands directly in the element, without that of its children. */
    static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    /** The id of the nearest element around it that has one. */
    static String idNear(Element element) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            if (around.hasAttribute("id")) {
                return around.getAttribute("id");
            }
        }
        return element.getLocalName();
    }

    private void collect(Element element) {
        elements.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner);
            }
        }
    }
}
