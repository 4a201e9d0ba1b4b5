package dev.lifeline.extension.icons;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** What each task's icon shows; coordinates of 0 to 32. */
enum Glyph {
  ASSET_UPLOAD {
    @Override
    void draw(Graphics2D pen) {
      tray(pen);
      line(pen, 16, 20, 16, 8);
      line(pen, 11, 13, 16, 8, 21, 13);
    }
  },
  ASSET_DOWNLOAD {
    @Override
    void draw(Graphics2D pen) {
      tray(pen);
      line(pen, 16, 7, 16, 19);
      line(pen, 11, 14, 16, 19, 21, 14);
    }
  },
  ASSET_DEPLOYMENT {
    @Override
    void draw(Graphics2D pen) {
      line(pen, 6, 11, 16, 6, 26, 11, 16, 16, 6, 11);
      line(pen, 6, 16, 16, 21, 26, 16);
      line(pen, 6, 21, 16, 26, 26, 21);
    }
  },
  WAIT_FOR_OPERATION {
    @Override
    void draw(Graphics2D pen) {
      stroke(pen, new Ellipse2D.Double(7, 7, 18, 18));
      line(pen, 16, 11, 16, 16, 20, 18);
    }
  },
  ENVIRONMENT_START {
    @Override
    void draw(Graphics2D pen) {
      stroke(pen, new Ellipse2D.Double(6, 6, 20, 20));
      fill(pen, 13, 11, 13, 21, 21, 16);
    }
  },
  ENVIRONMENT_STOP {
    @Override
    void draw(Graphics2D pen) {
      stroke(pen, new Ellipse2D.Double(6, 6, 20, 20));
      pen.fill(new Rectangle2D.Double(12, 12, 8, 8));
    }
  },
  DATABASE_EXPORT {
    @Override
    void draw(Graphics2D pen) {
      drum(pen);
      line(pen, 18, 16, 28, 16);
      line(pen, 24, 12, 28, 16, 24, 20);
    }
  },
  DATABASE_REFRESH {
    @Override
    void draw(Graphics2D pen) {
      drum(pen);
      stroke(pen, new Arc2D.Double(19, 12, 9, 9, 60, -290, Arc2D.OPEN));
      fill(pen, 23, 9, 29, 12, 24, 16);
    }
  },
  VERIFY_CONNECTION {
    @Override
    void draw(Graphics2D pen) {
      line(pen, 16, 5, 25, 8, 25, 16, 22, 22, 16, 27, 10, 22, 7, 16, 7, 8, 16, 5);
      line(pen, 12, 16, 15, 19, 20, 12);
    }
  },
  LIFELINE_TOOL {
    @Override
    void draw(Graphics2D pen) {
      line(pen, 7, 10, 13, 16, 7, 22);
      line(pen, 15, 23, 25, 23);
    }
  };

  abstract void draw(Graphics2D pen);

  /** Named as the task is in the documents. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
  }

  private static void tray(Graphics2D pen) {
    line(pen, 7, 20, 7, 25, 25, 25, 25, 20);
  }

  private static void drum(Graphics2D pen) {
    stroke(pen, new Ellipse2D.Double(4, 5, 14, 6));
    line(pen, 4, 8, 4, 24);
    line(pen, 18, 8, 18, 10);
    stroke(pen, new Arc2D.Double(4, 21, 14, 6, 180, 150, Arc2D.OPEN));
    stroke(pen, new Arc2D.Double(4, 13, 14, 6, 180, 120, Arc2D.OPEN));
  }

  private static void line(Graphics2D pen, double... points) {
    stroke(pen, path(points));
  }

  private static void fill(Graphics2D pen, double... points) {
    pen.fill(path(points));
  }

  private static Path2D path(double... points) {
    var path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    return path;
  }

  private static void stroke(Graphics2D pen, Shape shape) {
    pen.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(shape);
  }
}
