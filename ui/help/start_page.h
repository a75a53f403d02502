#pragma once

#include <QDialog>
#include <functional>
#include <vector>

#include "ui/job.h"
#include "ui/reading/readings.h"
#include "ui/state/samples.h"

class QListWidget;

namespace headlight {

/// What a start page leads to.
struct StartChoices {
  std::function<void(const Sample& sample)> openSample;
  std::function<void(const QString& path)> openSession;
  std::function<void()> openModel, importAttention, tour;
};

/// What there is to begin with: samples as small pictures, sessions opened last, models and files, and the tour. The
/// window beneath stays in use. Pictures come one after the other, each read by the engine.
class StartPage final : public QDialog {
  Q_OBJECT
 public:
  StartPage(StartChoices choices, Engine engine, QWidget* window);
  ~StartPage() override;
  /// Whether it was never dismissed by this person.
  static bool isFirst();

 protected:
  void done(int result) override;

 private:
  void addSamples();
  void addSessions(QListWidget* list);
  /// Reads the sample of that number for its picture, and then the others.
  void picture(std::size_t sample);
  void choose(const std::function<void()>& command);

  StartChoices m_choices;
  Engine m_engine;
  std::vector<Sample> m_list;
  QListWidget* m_samples;
  Job<RunResults> m_job;
};

}  // namespace headlight
