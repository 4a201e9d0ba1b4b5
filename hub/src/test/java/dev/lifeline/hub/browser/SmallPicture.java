package dev.lifeline.hub.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture of a page with its 256 most telling colours, which is all that a page needs. */
final class SmallPicture {
  private static final int COLOURS = 256;
  private static final int SAID = 60;
  private static final int LOUD = 40;

  private final BufferedImage picture;
  private final Map<Integer, Integer> counts = new HashMap<>();
  private final Map<Integer, Integer> nearest = new HashMap<>();

  SmallPicture(byte[] png) throws IOException {
    this.picture = ImageIO.read(new ByteArrayInputStream(png));
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts.merge(colour(x, y), weight(colour(x, y)), Integer::sum);
      }
    }
  }

  void write(Path file) throws IOException {
    List<Integer> palette =
        counts.entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<Integer, Integer> each) -> -each.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    BufferedImage small =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, colours.length, colours, 0, false, -1, 0));
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int index =
            nearest.computeIfAbsent(colour(x, y), colour -> SmallPicture.nearest(colour, colours));
        small.getRaster().setSample(x, y, 0, index);
      }
    }
    ImageIO.write(small, "png", file.toFile());
  }

  private int colour(int x, int y) {
    return picture.getRGB(x, y) & 0xFFFFFF;
  }

  /** What is green or red is little, and says much. */
  private static int weight(int colour) {
    int red = colour >> 16 & 0xFF;
    int green = colour >> 8 & 0xFF;
    int blue = colour & 0xFF;
    int span = Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
    return span > SAID ? LOUD : 1;
  }

  private static int nearest(int colour, int[] palette) {
    int best = 0;
    for (int i = 1; i < palette.length; i++) {
      if (distance(colour, palette[i]) < distance(colour, palette[best])) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
    int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
    int blue = (one & 0xFF) - (other & 0xFF);
    return red * red + green * green + blue * blue;
  }
}
