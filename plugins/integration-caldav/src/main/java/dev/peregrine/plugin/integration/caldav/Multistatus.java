package dev.peregrine.plugin.integration.caldav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The answer of a DAV server for several things (RFC 4918 section 13).
 *
 * @param syncToken where a change of the collection was asked for
 */
record Multistatus(List<Item> items, Optional<String> syncToken) {

  private static final String DAV = "DAV:";

  /**
   * One thing.
   *
   * @param href its path, as the server writes it
   * @param status of the thing itself; 200 where only its properties have one
   * @param properties those that it has
   */
  record Item(String href, int status, List<Element> properties) {

    /** A property, whatever its namespace. */
    Optional<Element> property(String name) {
      return properties.stream().filter(each -> each.getLocalName().equals(name)).findFirst();
    }

    /** A property's text. */
    Optional<String> text(String name) {
      return property(name).map(Element::getTextContent).filter(text -> !text.isBlank());
    }

    /** The path in a property. */
    Optional<String> hrefIn(String name) {
      return property(name)
          .flatMap(each -> all(each, "href").findFirst())
          .map(each -> each.getTextContent().strip())
          .filter(path -> !path.isEmpty());
    }

    /** Whether a property has an element of that name in it. */
    boolean has(String name, String element) {
      return property(name).map(each -> all(each, element).findAny().isPresent()).orElse(false);
    }
  }

  /** Reads an answer; empty where it is none. */
  static Optional<Multistatus> read(byte[] xml) {
    try {
      Element root = builder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
      if (!"multistatus".equals(root.getLocalName())) {
        return Optional.empty();
      }
      return Optional.of(
          new Multistatus(
              children(root, "response").stream().flatMap(each -> item(each).stream()).toList(),
              children(root, "sync-token").stream()
                  .map(each -> each.getTextContent().strip())
                  .filter(token -> !token.isEmpty())
                  .findFirst()));
    } catch (SAXException | IOException notXml) {
      return Optional.empty();
    }
  }

  private static Optional<Item> item(Element response) {
    var properties = new ArrayList<Element>();
    for (Element propstat : children(response, "propstat")) {
      if (status(propstat).orElse(200) == 200) {
        children(propstat, "prop").forEach(prop -> properties.addAll(children(prop, "*")));
      }
    }
    return children(response, "href").stream()
        .findFirst()
        .map(
            href ->
                new Item(href.getTextContent().strip(), status(response).orElse(200), properties));
  }

  private static Optional<Integer> status(Element parent) {
    return children(parent, "status").stream()
        .map(each -> each.getTextContent().strip().split("\\s+"))
        .filter(words -> words.length > 1 && words[1].matches("\\d{3}"))
        .map(words -> Integer.parseInt(words[1]))
        .findFirst();
  }

  static java.util.stream.Stream<Element> all(Element in, String name) {
    return elements(in.getElementsByTagNameNS("*", name)).stream();
  }

  private static List<Element> children(Element parent, String name) {
    return elements(parent.getChildNodes()).stream()
        .filter(each -> name.equals("*") || isDav(each, name))
        .toList();
  }

  private static boolean isDav(Element element, String name) {
    return name.equals(element.getLocalName()) && DAV.equals(element.getNamespaceURI());
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .<Node>mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  /** Without document types, and so without entities: a server has no use for them. */
  private static DocumentBuilder builder() {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(
          new DefaultHandler() {
            @Override
            public void fatalError(SAXParseException wrong) throws SAXException {
              throw wrong;
            }
          });
      return builder;
    } catch (ParserConfigurationException everyJdkCan) {
      throw new IllegalStateException(everyJdkCan);
    }
  }
}
