#pragma once

#include <QPlainTextEdit>

namespace headlight {

/// A field for a text that grows with it up to a few lines. Words can be dragged within it and into it; files go to the
/// window. It has no undo of its own, since the window undoes texts and everything else in one order.
class TextField final : public QPlainTextEdit {
  Q_OBJECT
 public:
  explicit TextField(QWidget* parent = nullptr);

  /// Shows another text, with the cursor after what differs from the one before.
  void replaceText(const QString& text);
  /// Makes the field as high as its lines.
  void fitHeight();

 signals:
  /// A picture was pasted, or files were, in place of text.
  void mediaPasted(const QMimeData* media);

 protected:
  bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
};

}  // namespace headlight
