package dev.lifeline.extension.icons;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws the icons that are checked in: one a task, and the extension's. Started by hand when one
 * changes, in the module's folder.
 */
public final class DrawIcons {
  private static final int TASK = 32;
  private static final int EXTENSION = 128;
  private static final Color DEEP_WATER = new Color(0x0B3C5D);

  private DrawIcons() {}

  /** Takes the folder for the tasks' icons and that for the extension's. */
  public static void main(String[] args) throws IOException {
    for (Glyph glyph : Glyph.values()) {
      write(task(glyph), Path.of(args[0], glyph.fileName()));
    }
    write(LifeBuoy.draw(EXTENSION), Path.of(args[1], "icon.png"));
    write(LifeBuoy.draw(TASK), Path.of(args[1], "connection.png"));
  }

  /** A white sign on a dark tile, drawn on a grid of 32 by 32. */
  private static BufferedImage task(Glyph glyph) {
    var image = new BufferedImage(TASK, TASK, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = smooth(image);
    pen.setColor(DEEP_WATER);
    pen.fill(new RoundRectangle2D.Double(0, 0, TASK, TASK, 8, 8));
    pen.setColor(Color.WHITE);
    glyph.draw(pen);
    pen.dispose();
    return image;
  }

  static Graphics2D smooth(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return pen;
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
