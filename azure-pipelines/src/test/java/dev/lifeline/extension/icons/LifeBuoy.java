package dev.lifeline.extension.icons;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/** The extension's sign: a life buoy. */
final class LifeBuoy {
  private static final Color ORANGE = new Color(0xE8590C);
  private static final Color WHITE = new Color(0xFFF8F0);
  private static final Color ROPE = new Color(0x0B3C5D);

  private LifeBuoy() {}

  static BufferedImage draw(int size) {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = DrawIcons.smooth(image);
    pen.scale(size / 128.0, size / 128.0);
    pen.setColor(ROPE);
    pen.fill(new Ellipse2D.Double(4, 4, 120, 120));
    ring(pen, WHITE, 0, 360);
    for (int quarter = 0; quarter < 4; quarter++) {
      ring(pen, ORANGE, 20 + 90 * quarter, 50);
    }
    pen.setComposite(java.awt.AlphaComposite.Clear);
    pen.fill(new Ellipse2D.Double(42, 42, 44, 44));
    pen.dispose();
    return image;
  }

  private static void ring(Graphics2D pen, Color color, int from, int degrees) {
    pen.setColor(color);
    pen.setStroke(new BasicStroke(34, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    pen.draw(new Arc2D.Double(25, 25, 78, 78, from, degrees, Arc2D.OPEN));
  }
}
