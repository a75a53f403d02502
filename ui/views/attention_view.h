#pragma once

#include <QPixmap>
#include <QPointer>
#include <QWidget>
#include <functional>

#include "ui/figures/attention_figure.h"
#include "ui/job.h"
#include "ui/views/selection.h"

namespace headlight {

/// A widget that shows one figure of some AttentionMaps and lets a person point into it.
/// It writes to and listens to the shared Selection; what is drawn for hover and selection is never part of the figure.
/// A view that is not visible only notes that it is out of date. Numbers that take long are computed in a job: a bar
/// shows how far it is, and what was there before stays, veiled, until there is something to show.
class AttentionView : public QWidget {
  Q_OBJECT
 public:
  explicit AttentionView(Selection* selection, QWidget* parent = nullptr);

  void setMaps(std::shared_ptr<const AttentionMaps> maps, AttentionContext context);
  void setHead(HeadId head);
  using QWidget::setStyle;
  void setStyle(const FigureStyle& style);
  /// Alters the figure in one go, whatever of it, and shows that.
  void edit(const std::function<void(AttentionFigure&)>& change);
  /// Whether the view shows the Selection's head (the default) or keeps its own.
  void setFollowsSelection(bool follows);

  HeadId head() const { return figure().head(); }
  /// Whether the picture on screen has all its numbers.
  bool isReady() const { return !m_preparing.isRunning(); }
  /// What is on screen, without hover and selection: copy it to export it.
  virtual const AttentionFigure& figure() const = 0;

  QSize sizeHint() const override;

 protected:
  virtual AttentionFigure& mutableFigure() = 0;
  /// The figure or the size changed while the view is visible, or it became visible: show the new state.
  virtual void refresh() = 0;
  /// Whether refresh() has something to show without the figure's numbers: those of another part, or of before.
  virtual bool showsUnready() const { return false; }
  /// Marks the picture as out of date; refresh() follows now or when the view is shown and the figure has its numbers.
  void outdated();
  /// Has numbers that the figure lacks computed, and shown as they come; what is being computed goes on where it is
  /// these.
  void complete();
  /// Like outdated(), for what is drawn on top of an unaltered figure.
  void redraw();

  /// `shown` at the size of the widget, as pixels to draw hover and selection upon.
  QPixmap picture(const Figure& shown) const;
  Selection* selection() const { return m_selection; }
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Waiting;
  void prepare();

  QPointer<Selection> m_selection;
  bool m_follows = true;
  bool m_outdated = true;
  std::unique_ptr<const AttentionFigure> m_asked;  ///< As it was when its numbers were asked for,
  QSize m_askedSize;                               ///< for this size.
  Waiting* m_waiting;
  Job<std::shared_ptr<AttentionFigure>> m_preparing;
};

}  // namespace headlight
