#pragma once

#include <filesystem>
#include <memory>

#include "core/corpus/corpus_stats.h"
#include "ui/job.h"
#include "ui/windows/chart_window.h"

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTimer;

namespace headlight {

class CorpusRunState;
struct CorpusReport;
struct Source;

/// What every head does over many texts: a file of texts is chosen and run, watched, and stopped with what is done; or
/// a .headstats file is opened. Heads as a scatter over two metrics or an atlas of one; beside it the card of the head
/// that was clicked and texts where its metric is strongest to weakest, which open at that head.
class CorpusWindow final : public ChartWindow {
  Q_OBJECT
 public:
  CorpusWindow(Workspace* workspace, QWidget* beside);
  ~CorpusWindow() override;

  /// Takes a file of texts to be measured, or shows a .headstats file.
  void openFile(const std::filesystem::path& file);
  /// Measures every head over the chosen texts.
  void measure();
  /// Null before the first texts were measured.
  const std::shared_ptr<const CorpusReport>& report() const { return m_report; }

 protected:
  void follow(const Workspace& workspace) override;
  About about() const override { return About::NoRun; }
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;
  void changeEvent(QEvent* event) override;

 private:
  void addChoices();
  void addCard();
  QComboBox* addMetrics(const char* name, const QString& label, const char* chosen);
  std::string metric(const QComboBox* box) const;
  void chooseTexts();
  void chooseOutput();
  void announce();
  /// Takes over what the run has done so far.
  void watch();
  void take(std::shared_ptr<const CorpusStats> stats);
  void showHead(std::size_t head);
  void showCard();

  std::shared_ptr<const Source> m_model;
  std::filesystem::path m_texts;
  std::shared_ptr<const CorpusReport> m_report;
  std::shared_ptr<CorpusRunState> m_state;  ///< Of the run that goes on; null without.
  std::size_t m_head = 0;
  QComboBox *m_view, *m_x, *m_y;
  QSpinBox* m_limit;
  QPushButton* m_save;
  FigureCanvas* m_card;
  QListWidget* m_exemplars;
  QTimer* m_watch;
  Job<std::shared_ptr<const CorpusStats>> m_job;
};

}  // namespace headlight
