package dev.lifeline.checks.sources;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lifeline.checks.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java files as the compiler's parser sees them; nothing is resolved. */
final class ParsedJava {
  /**
   * A method or constructor.
   *
   * @param place file, line and name
   */
  record Method(String place, int lines, int parameters) {}

  /**
   * A class, record, enum or interface.
   *
   * @param place file, line and name
   */
  record Type(String place, boolean isPublic, boolean hasJavadoc) {}

  private final List<Method> methods = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();

  ParsedJava(Checkout checkout, List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        String file = checkout.name(Path.of(unit.getSourceFile().toUri()));
        new Collector(unit, file, trees).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Method> methods() {
    return List.copyOf(methods);
  }

  List<Type> types() {
    return List.copyOf(types);
  }

  private final class Collector extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final String file;
    private final DocTrees trees;
    private final SourcePositions positions;

    Collector(CompilationUnitTree unit, String file, DocTrees trees) {
      this.unit = unit;
      this.file = file;
      this.trees = trees;
      this.positions = trees.getSourcePositions();
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      if (method.getBody() != null && line(method) > 0 && !isCanonical(method)) {
        methods.add(
            new Method(
                place(method, method.getName().toString()),
                lastLine(method) - line(method) + 1,
                method.getParameters().size()));
      }
      return super.visitMethod(method, null);
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      TreePath path = getCurrentPath();
      boolean topmost = path.getParentPath().getLeaf() instanceof CompilationUnitTree;
      boolean visible = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
      if (topmost) {
        types.add(
            new Type(
                place(type, type.getSimpleName().toString()),
                visible,
                trees.getDocComment(path) != null));
      }
      return super.visitClass(type, null);
    }

    /**
     * A record's own constructor takes its components, which are no parameters of anyone's choice.
     */
    private boolean isCanonical(MethodTree method) {
      Tree owner = getCurrentPath().getParentPath().getLeaf();
      if (owner.getKind() != Tree.Kind.RECORD || !method.getName().contentEquals("<init>")) {
        return false;
      }
      long components =
          ((ClassTree) owner).getMembers().stream().filter(Collector::isComponent).count();
      return method.getParameters().size() == components;
    }

    private static boolean isComponent(Tree member) {
      return member instanceof VariableTree variable
          && !variable.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private String place(Tree tree, String name) {
      return file + ":" + line(tree) + " " + name;
    }

    private int line(Tree tree) {
      return (int) unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }

    private int lastLine(Tree tree) {
      return (int) unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
    }
  }
}
