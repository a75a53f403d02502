#include "ui/figures/figure_writer.h"
