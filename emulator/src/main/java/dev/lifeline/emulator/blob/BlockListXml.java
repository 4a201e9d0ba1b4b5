package dev.lifeline.emulator.blob;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Block lists as the service reads and writes them. */
final class BlockListXml {
  private static final int MOST_BLOCKS = 50_000;

  private BlockListXml() {}

  /** The list to commit, in the order of the content. */
  static List<BlockReference> parse(byte[] xml) throws BlobRefusedException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return references(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
    } catch (XMLStreamException e) {
      throw BlobError.INVALID_XML_DOCUMENT.refusal();
    }
  }

  /** The answer to Get Block List; a list that was not asked for is empty. */
  static String write(List<Block> committed, List<Block> uncommitted) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>"
        + blocks("CommittedBlocks", committed)
        + blocks("UncommittedBlocks", uncommitted)
        + "</BlockList>";
  }

  private static List<BlockReference> references(XMLStreamReader reader)
      throws XMLStreamException, BlobRefusedException {
    List<BlockReference> references = new ArrayList<>();
    boolean begun = false;
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = reader.getLocalName();
      if (begun) {
        references.add(reference(name, reader.getElementText()));
      } else if (!name.equals("BlockList")) {
        throw BlobError.INVALID_XML_DOCUMENT.refusal();
      }
      begun = true;
    }
    if (references.size() > MOST_BLOCKS) {
      throw BlobError.BLOCK_LIST_TOO_LONG.refusal();
    }
    return references;
  }

  private static BlockReference reference(String element, String id) throws BlobRefusedException {
    BlockReference.Source source = BlockReference.Source.ofElement(element);
    if (source == null) {
      throw BlobError.INVALID_XML_DOCUMENT.refusal();
    }
    return new BlockReference(source, id.strip());
  }

  /** Ids are base64, in which XML has nothing to escape. */
  private static String blocks(String element, List<Block> blocks) {
    var xml = new StringBuilder("<").append(element).append('>');
    for (Block block : blocks) {
      xml.append("<Block><Name>%s</Name>".formatted(block.id()))
          .append("<Size>%d</Size></Block>".formatted(block.piece().size()));
    }
    return xml.append("</").append(element).append('>').toString();
  }
}
